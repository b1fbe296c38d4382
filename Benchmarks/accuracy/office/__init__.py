"""A labelled, wholly synthetic Japanese office share, made from a seed."""
