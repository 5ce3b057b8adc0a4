"""spaCy's word vectors by a shorter way: the same numbers but for the rounding of their last digits.

Before a word sees its neighbours, its vector depends on its own form alone, and half of an article's words have stood
in it before: each form is worked out once. And the greatest of a few numbers, centred and scaled, is found for whole
rows at once. Only for reading: what takes the place of spaCy's layers cannot learn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model, chain, with_array

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language

Rows: TypeAlias = NDArray[np.float32]
Forms: TypeAlias = NDArray[np.uint64]  # of a word in each row: its norm, prefix, suffix, shape, ...
Layer: TypeAlias = Model[Any, Any]

EMBEDDING = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
SCALED = ("maxout", "layernorm")
TINY = np.float32(1e-8)  # as thinc adds, against a division by nothing


def with_word_vectors(nlp: Language) -> Language:
    """The pipeline with its word vectors found by the shorter way; as it is where they are made in another one."""
    model: Layer = nlp.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    for node in [node for node in model.walk() if kinds(node) == EMBEDDING]:
        features, joined, parts, mixed, parted = node.layers
        words: Layer = with_array(once_each(mixed_parts(parts.layers[0].layers, mixed)))
        model.replace_node(node, chain(features, joined, words, parted))
    for node in [node for node in model.walk() if kinds(node) == SCALED]:
        model.replace_node(node, scaled_maxout(node))
    return nlp


def kinds(node: Layer) -> tuple[str, ...]:
    """The kinds of the layers that a layer is made of."""
    return tuple(layer.name.partition("(")[0] for layer in node.layers)


def param(model: Layer, name: str) -> Rows:
    return np.asarray(model.get_param(name))


def once_each(layer: Layer) -> Layer:
    """A layer that is asked once for rows that are alike."""
    return Model("once_each", forward_once_each, layers=[layer])


def forward_once_each(model: Layer, forms: Forms, is_train: bool) -> tuple[Rows, object]:  # noqa: FBT001, ARG001
    whole = np.ascontiguousarray(forms).view(np.dtype((np.void, forms.itemsize * forms.shape[1]))).ravel()
    _, first, place = np.unique(whole, return_index=True, return_inverse=True)
    return model.layers[0].predict(forms[first])[place], None


def mixed_parts(parts: Sequence[Layer], mixed: Layer) -> Layer:
    """The vectors of a word's parts, one for each column, and the maxout over them side by side, in one layer.

    Of few endings, beginnings and shapes there are many words: what each adds to the products is worked out once.
    """
    whole = scaled_maxout(next(node for node in mixed.walk() if kinds(node) == SCALED))
    widths = [part.get_dim("nO") for part in parts]
    shares = np.split(param(whole, "W"), np.cumsum(widths)[:-1], axis=1)
    return Model("mixed_parts", forward_mixed_parts, layers=[*parts, whole], attrs={"shares": shares})


def forward_mixed_parts(model: Layer, forms: Forms, is_train: bool) -> tuple[Rows, object]:  # noqa: FBT001, ARG001
    *parts, whole = model.layers
    products = np.tile(param(whole, "b"), (len(forms), 1))
    for part, share, column in zip(parts, model.attrs["shares"], forms.T, strict=True):
        _, first, place = np.unique(column, return_index=True, return_inverse=True)
        products += (part.predict(forms[first]) @ share.T)[place]
    return scaled(whole, products), None


def scaled_maxout(node: Layer) -> Layer:
    """A maxout and the norm behind it in one layer."""
    maxout, norm = node.layers
    weights, bias = param(maxout, "W"), param(maxout, "b")
    outputs, pieces, inputs = weights.shape
    side_by_side = weights.transpose(1, 0, 2).reshape(pieces * outputs, inputs)
    params: dict[str, Any] = {
        "W": side_by_side,
        "b": bias.T.reshape(pieces * outputs),
        "G": param(norm, "G"),
        "shift": param(norm, "b"),
    }
    return Model("scaled_maxout", forward_scaled_maxout, dims={"nO": outputs, "nI": inputs}, params=params)


def forward_scaled_maxout(model: Layer, rows: Rows, is_train: bool) -> tuple[Rows, object]:  # noqa: FBT001, ARG001
    products = rows @ param(model, "W").T
    products += param(model, "b")
    return scaled(model, products), None


def scaled(model: Layer, products: Rows) -> Rows:
    """The greatest of each row's pieces, centred and scaled."""
    width = model.get_dim("nO")
    greatest = products[:, :width].copy()
    for start in range(width, products.shape[1], width):
        np.maximum(greatest, products[:, start : start + width], out=greatest)
    greatest -= greatest.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", greatest, greatest)[:, None] / np.float32(width)
    greatest /= np.sqrt(variance + TINY)
    greatest *= param(model, "G")
    greatest += param(model, "shift")
    return greatest
