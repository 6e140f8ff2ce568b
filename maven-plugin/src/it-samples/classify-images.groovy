// basedir is this script's folder, not that of the sample's copy.
def log = new File(basedir, '../../target/it-samples/classify-images/build.log').text

// Drawings and photographs whose class the network is sure of.
['airplane', 'automobile', 'cat', 'horse', 'ship', 'truck'].each { name ->
  assert log =~ /(?m)^${name}\.png\s+${name} \d+\.\d%/ : "${name}.png is not classified as ${name}"
}
return true
