"""The commands of ``python -m kmdash``, one a module: ``add_command`` names its options, ``run`` does it."""
