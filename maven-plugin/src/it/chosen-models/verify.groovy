def classes = new File(basedir, 'target/classes/it/example/nets')
assert new File(classes, 'Net.class').isFile()
assert new File(classes, 'WideNet.class').isFile()

def dumps = new File(basedir, 'target/resnetc/WideNet')
assert dumps.list().any { it.startsWith('00-') && it.endsWith('.ir') }
assert dumps.list().any { it.endsWith('program.txt') }
