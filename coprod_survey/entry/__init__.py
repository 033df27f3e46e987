"""Entering what people answered on paper."""
