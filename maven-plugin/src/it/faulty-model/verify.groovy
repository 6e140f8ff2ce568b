def log = new File(basedir, 'build.log').text.replace('\\', '/')
def file = new File(basedir, 'src/main/resnet/faulty.rn').path.replace('\\', '/')

assert log.contains("[ERROR] ${file}:[3,47] unknown operator 'batch_nrom'")
assert log.contains("did you mean 'batch_norm'?")
assert log.contains("[ERROR] ${file}:[4,34] unknown argument 'featurse' of 'linear'")
assert log.contains('3 errors in the models')
assert !log.contains('\tat io.resnetc') : 'a faulty model is no bug: no stack trace'
assert !new File(basedir, 'target/generated-sources/resnetc').exists()
