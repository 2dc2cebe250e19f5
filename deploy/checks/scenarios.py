"""Scenes, each in a world of its own that is made up in a folder: what one asserts and does not find is a finding under its name."""

import tempfile
from pathlib import Path

import tools


def surroundings(folder):
    """The environment of a world: programs in the folder's bin are found before the real ones, and of a pipeline nothing is known."""
    given = tools.environment()
    return {**given, "PATH": f"{folder / 'bin'}:{given['PATH']}"}


def played(scenes, world, root):
    """world(root, folder) makes one; where a scene says nothing, what the world's last command said is the finding."""
    for scene in scenes:
        with tempfile.TemporaryDirectory() as folder:
            around = world(root, Path(folder))
            try:
                scene(around)
            except AssertionError as wrong:
                yield f"{scene.__name__.replace('_', ' ')}: {wrong or around.said}"
