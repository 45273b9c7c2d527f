package de.zuruf.segment.scheme;

import java.util.List;

/** A dimension that can be asked. */
record CompiledDimension(Dimension dimension, List<CompiledSegment> values) {}
