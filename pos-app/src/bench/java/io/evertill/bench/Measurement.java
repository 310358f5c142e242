package io.evertill.bench;

import java.io.IOException;
import java.util.List;

/// Something that is measured, with one name for `bench.only`.
interface Measurement {
    /// What it is called.
    String name();

    /// Measures.
    List<Figure> measure(Workshop shop) throws IOException;
}
