"""Painters of cells and cards."""
