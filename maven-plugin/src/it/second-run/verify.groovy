def log = new File(basedir, 'build.log').text
def first = log.indexOf('[INFO] Generated 1 class in ')
def second = log.indexOf('[INFO] Nothing to generate: 1 class up to date')

assert first >= 0
assert second > first
assert new File(basedir, 'target/classes/it/example/Net.class').isFile()
assert new File(basedir, 'target/resnetc/default.generated').isFile()
