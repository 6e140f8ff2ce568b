"""Trains the sample network on CIFAR-10 and writes its weights as safetensors.

    python3 train.py OUT.safetensors --data DIR [--epochs 16] [--threads 2]

The network: a 3x3 stem of 16, three stages of three basic blocks (16, 32, 64 channels) with 1x1 projection shortcuts, global average
pool, linear: 272,474 parameters, named as in PyTorch's state_dict. DIR holds the images; README.md says which files. Prints the accuracy
on the first 1000 lossless test images after each epoch.
"""
import argparse, io, json, math, os, struct, sys, time, zipfile
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F
from PIL import Image

CLASSES = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"]
MEAN, STD = (0.4914, 0.4822, 0.4465), (0.2470, 0.2435, 0.2616)


class Block(nn.Module):
    def __init__(self, i, o, stride):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(i, o, 3, stride, 1, bias=False), nn.BatchNorm2d(o)
        self.conv2, self.bn2 = nn.Conv2d(o, o, 3, 1, 1, bias=False), nn.BatchNorm2d(o)
        self.shortcut = nn.Sequential()
        if stride != 1 or i != o:
            self.shortcut = nn.Sequential(nn.Conv2d(i, o, 1, stride, bias=False), nn.BatchNorm2d(o))

    def forward(self, x):
        y = F.relu(self.bn1(self.conv1(x)))
        return F.relu(self.bn2(self.conv2(y)) + self.shortcut(x))


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(3, 16, 3, 1, 1, bias=False), nn.BatchNorm2d(16)
        i = 16
        for s, width in enumerate((16, 32, 64), 1):
            blocks = [Block(i if b == 0 else width, width, 2 if b == 0 and s > 1 else 1) for b in range(3)]
            setattr(self, f"layer{s}", nn.Sequential(*blocks))
            i = width
        self.linear = nn.Linear(64, 10)

    def forward(self, x):
        y = F.relu(self.bn1(self.conv1(x)))
        return self.linear(self.layer3(self.layer2(self.layer1(y))).mean((2, 3)))


def training_images(data):
    images, labels = [], []
    with zipfile.ZipFile(os.path.join(data, "train_jpeg.zip")) as z:
        for name in sorted(z.namelist()):
            images.append(np.asarray(Image.open(io.BytesIO(z.read(name))).convert("RGB")))
            labels.append(CLASSES.index(name.split("/")[0]))
    return torch.from_numpy(np.stack(images)).permute(0, 3, 1, 2).contiguous(), torch.tensor(labels)


def test_images(data):
    b = np.fromfile(os.path.join(data, "test_first1000.bin"), dtype=np.uint8).reshape(1000, 3073)
    return torch.from_numpy(b[:, 1:].reshape(1000, 3, 32, 32).copy()), torch.from_numpy(b[:, 0].astype(np.int64))


def normalise(x):
    return (x.float() / 255 - torch.tensor(MEAN).view(1, 3, 1, 1)) / torch.tensor(STD).view(1, 3, 1, 1)


def augment(x, rng):
    """Random horizontal flip and 4-pixel shift of a uint8 batch."""
    x = F.pad(normalise(x), (4, 4, 4, 4))
    out = torch.empty(x.shape[0], 3, 32, 32)
    for n, (dy, dx, flip) in enumerate(zip(rng.integers(0, 9, len(x)), rng.integers(0, 9, len(x)), rng.integers(0, 2, len(x)))):
        crop = x[n, :, dy:dy + 32, dx:dx + 32]
        out[n] = crop.flip(2) if flip else crop
    return out


def save(path, state):
    arrays = {k: v.numpy().astype("<f4") for k, v in state.items() if not k.endswith("num_batches_tracked")}
    header, offset = {"__metadata__": {"dataset": "CIFAR-10", "mean": str(MEAN), "std": str(STD)}}, 0
    for k, a in arrays.items():
        header[k] = {"dtype": "F32", "shape": list(a.shape), "data_offsets": [offset, offset + a.nbytes]}
        offset += a.nbytes
    head = json.dumps(header, separators=(",", ":")).encode()
    head += b" " * (-len(head) % 8)
    with open(path, "wb") as f:
        f.write(struct.pack("<Q", len(head)) + head)
        for a in arrays.values():
            f.write(a.tobytes())


def main():
    p = argparse.ArgumentParser()
    p.add_argument("out"); p.add_argument("--data", required=True); p.add_argument("--epochs", type=int, default=16); p.add_argument("--threads", type=int, default=2)
    a = p.parse_args()
    torch.set_num_threads(a.threads); torch.manual_seed(1); rng = np.random.default_rng(1)
    x, y = training_images(a.data); tx, ty = test_images(a.data); tx = normalise(tx)
    net = Net().to(memory_format=torch.channels_last)
    batch, steps = 128, len(x) // 128
    opt = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9, nesterov=True, weight_decay=5e-4)
    sched = torch.optim.lr_scheduler.OneCycleLR(opt, 0.4, total_steps=a.epochs * steps, pct_start=0.25, final_div_factor=1e3)
    start = time.time()
    for epoch in range(1, a.epochs + 1):
        net.train(); total = 0.0
        for i, idx in enumerate(torch.randperm(len(x))[: steps * batch].split(batch)):
            loss = F.cross_entropy(net(augment(x[idx], rng).to(memory_format=torch.channels_last)), y[idx], label_smoothing=0.05)
            opt.zero_grad(); loss.backward(); opt.step(); sched.step(); total += loss.item()
        net.eval()
        with torch.no_grad():
            right = sum((net(b).argmax(1) == t).sum().item() for b, t in zip(tx.split(250), ty.split(250)))
        print(f"epoch {epoch}: loss {total / steps:.3f}, {right} of 1000 test images right, {(time.time() - start) / 60:.1f} min", flush=True)
        save(a.out, net.state_dict())


if __name__ == "__main__":
    main()
