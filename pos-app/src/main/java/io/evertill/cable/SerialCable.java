package io.evertill.cable;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.time.Duration;

/// A serial port. Without handshake lines, so that a device that is off takes nothing and holds nothing.
final class SerialCable implements Cable {
    private static final int BITS = 8;

    private final SerialPort port;

    private SerialCable(SerialPort port) {
        this.port = port;
    }

    static Cable open(String name, int baud) throws IOException {
        try {
            SerialPort port = SerialPort.getCommPort(name);
            port.setComPortParameters(baud, BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
            port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
            if (!port.openPort(0)) {
                throw new IOException("the port " + name + " cannot be opened, error " + port.getLastErrorCode());
            }
            return new SerialCable(port);
        } catch (SerialPortInvalidPortException e) {
            throw new IOException("there is no port " + name, e);
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        int written = port.writeBytes(bytes, bytes.length);
        if (written < bytes.length) {
            throw new IOException("the port " + port.getSystemPortPath() + " took " + Math.max(0, written) + " of "
                    + bytes.length + " bytes");
        }
    }

    @Override
    public int read(Duration patience) throws IOException {
        port.setComPortTimeouts(
                SerialPort.TIMEOUT_READ_SEMI_BLOCKING, (int) Math.max(1, patience.toMillis()), 0);
        byte[] one = new byte[1];
        int count = port.readBytes(one, 1);
        if (count < 0) {
            throw new IOException("the port " + port.getSystemPortPath() + " is gone");
        }
        return count == 0 ? NOTHING : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public void close() {
        port.closePort();
    }
}
