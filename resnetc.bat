@echo off
rem Runs the compiler from a checkout, building it on first use. After a change of its sources, run
rem   mvn -q -B -DskipTests -pl compiler -am package
setlocal
set "ROOT=%~dp0"
set "TARGET=%ROOT%compiler\target"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"

"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo resnetc: no java found; install a JDK, 17 or newer, or set JAVA_HOME 1>&2
  exit /b 1
)
if not exist "%TARGET%\resnetc.stamp" (
  echo resnetc: building itself, because this is its first use ^(a minute or so^) ... 1>&2
  pushd "%ROOT%"
  call mvn -q -B -DskipTests -pl compiler -am package 1>&2 || (
    popd
    echo resnetc: cannot build itself; the output of Maven is above 1>&2
    exit /b 70
  )
  popd
  echo built> "%TARGET%\resnetc.stamp"
)

set "VECTOR="
if "%~1"=="run" set "VECTOR=--add-modules jdk.incubator.vector"
"%JAVA%" -Xshare:auto -XX:+UseSerialGC "-Djava.util.logging.SimpleFormatter.format=%%5$s%%n" ^
  %VECTOR% %RESNETC_JAVA_OPTS% -cp "%TARGET%\classes;%TARGET%\lib\*" io.resnetc.driver.cli.Main %*
exit /b %ERRORLEVEL%
