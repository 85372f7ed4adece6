"""What the meaning model makes of the training lines, each text once; kept in a file of one's own choice."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from dialogues.understand.e5 import Encoder
from dialogues.understand.meaning import vector
from dialogues.understand.weights import Floats, installed, read_weights


def vectors_of(texts: Sequence[str], kept: Path | None) -> Floats:
    """One row a text. `kept`: an .npz that is read and added to; it holds digests, never a text."""
    known: dict[str, Floats] = {}
    if kept is not None and kept.exists():
        with np.load(kept, allow_pickle=False) as arrays:
            known = dict(zip(arrays["keys"].tolist(), arrays["vectors"], strict=True))
    keys = {text: hashlib.sha256(text.lower().encode()).hexdigest() for text in texts}
    missing = [text for text, key in keys.items() if key not in known]
    if missing:
        encoder = Encoder(read_weights(installed()))
        for text in missing:
            known[keys[text]] = vector(encoder, text)
        if kept is not None:
            np.savez(kept, keys=np.array(list(known)), vectors=np.stack(list(known.values())))
    return np.stack([known[keys[text]] for text in texts])
