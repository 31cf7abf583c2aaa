"""The inside of a slot: its isolation, its tasks, and the processes of each task."""
