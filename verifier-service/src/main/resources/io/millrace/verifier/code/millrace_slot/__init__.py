"""The inside of a slot: its isolation, its tasks, and the two processes of each task."""
