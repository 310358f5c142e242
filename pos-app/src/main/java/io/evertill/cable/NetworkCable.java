package io.evertill.cable;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// TCP, with an end to every wait: a device that takes or says nothing for a while is given up.
final class NetworkCable implements Cable {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkCable.class);
    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final Duration TAKING = Duration.ofSeconds(5);

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;

    private NetworkCable(SocketChannel channel, Selector selector, SelectionKey key) {
        this.channel = channel;
        this.selector = selector;
        this.key = key;
    }

    static Cable open(String host, int port) throws IOException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UnknownHostException(host + " is unknown");
        }
        SocketChannel channel = SocketChannel.open();
        boolean isOpen = false;
        try {
            channel.configureBlocking(false);
            Selector selector = Selector.open();
            NetworkCable cable = new NetworkCable(channel, selector, channel.register(selector, 0));
            cable.connect(address);
            isOpen = true;
            return cable;
        } finally {
            if (!isOpen) {
                channel.close();
            }
        }
    }

    private void connect(InetSocketAddress address) throws IOException {
        if (!channel.connect(address) && !(isReady(SelectionKey.OP_CONNECT, CONNECTING) && channel.finishConnect())) {
            selector.close();
            throw new ConnectException("no answer from " + address.getHostString());
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            if (!isReady(SelectionKey.OP_WRITE, TAKING)) {
                throw new SocketTimeoutException("it takes nothing more");
            }
            channel.write(left);
        }
    }

    @Override
    public int read(Duration patience) throws IOException {
        if (!isReady(SelectionKey.OP_READ, patience)) {
            return NOTHING;
        }
        ByteBuffer one = ByteBuffer.allocate(1);
        int count = channel.read(one);
        if (count < 0) {
            throw new EOFException("it ended the connection");
        }
        return count == 0 ? NOTHING : Byte.toUnsignedInt(one.get(0));
    }

    private boolean isReady(int operation, Duration patience) throws IOException {
        key.interestOps(operation);
        selector.selectedKeys().clear();
        return selector.select(Math.max(1, patience.toMillis())) > 0;
    }

    @Override
    public void close() {
        try {
            selector.close();
            channel.close();
        } catch (IOException e) {
            LOG.debug("closing a connection failed: {}", e.getMessage());
        }
    }
}
