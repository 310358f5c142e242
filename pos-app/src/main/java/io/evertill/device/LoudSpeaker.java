package io.evertill.device;

import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The machine's loudspeaker. It is asked for at the first tone; a machine that has none is silent from then on.
///
/// For one thread.
public final class LoudSpeaker implements Speaker {
    private static final Logger LOG = LoggerFactory.getLogger(LoudSpeaker.class);

    private final Lines lines;
    private Optional<SourceDataLine> line = Optional.empty();
    private boolean isAsked;

    /// Where a line to the loudspeaker comes from.
    interface Lines {
        /// A line that is not yet open.
        ///
        /// @throws IllegalArgumentException when the machine has none
        SourceDataLine find(AudioFormat format) throws LineUnavailableException;
    }

    /// The loudspeaker that the system uses.
    public LoudSpeaker() {
        this(AudioSystem::getSourceDataLine);
    }

    LoudSpeaker(Lines lines) {
        this.lines = lines;
    }

    @Override
    public void play(Tone tone) {
        if (!isAsked) {
            isAsked = true;
            line = open();
        }
        line.ifPresent(open -> {
            byte[] samples = Waves.of(tone);
            open.write(samples, 0, samples.length);
            open.drain();
        });
    }

    private Optional<SourceDataLine> open() {
        try {
            SourceDataLine found = lines.find(Waves.FORMAT);
            found.open(Waves.FORMAT);
            found.start();
            return Optional.of(found);
        } catch (LineUnavailableException | IllegalArgumentException e) {
            LOG.info("no loudspeaker, the screen flashes instead: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        line.ifPresent(SourceDataLine::close);
        line = Optional.empty();
    }
}
