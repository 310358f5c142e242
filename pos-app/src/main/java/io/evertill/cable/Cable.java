package io.evertill.cable;

import java.io.IOException;
import java.time.Duration;

/// An open connection to a device. For one thread.
public interface Cable extends AutoCloseable {
    /// What [#read] gives when nothing came.
    int NOTHING = -1;

    /// Sends bytes; returns when the system has taken them all.
    ///
    /// @throws IOException when the connection is gone, or the device takes nothing for a while
    void write(byte[] bytes) throws IOException;

    /// The next byte, 0 to 255; [#NOTHING] when none came in time.
    ///
    /// @throws IOException when the connection is gone
    int read(Duration patience) throws IOException;

    /// Ends the connection; what was sent before is not taken back. Never throws.
    @Override
    void close();
}
