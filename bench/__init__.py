"""What `python3 dev.py bench` measures: cost per answer, weight, exports, start-up."""
