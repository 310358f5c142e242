package io.evertill.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.device.Speaker.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sound.sampled.LineUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// No test opens a device: where a line is wanted, there is none.
final class LoudSpeakerTest {
    private static final int BYTES_A_SECOND = 44_100;

    @Test
    void aMachineWithoutALoudspeakerIsAskedOnce() {
        List<Object> asked = new ArrayList<>();
        Speaker speaker = new LoudSpeaker(format -> {
            asked.add(format);
            throw new IllegalArgumentException("no line");
        });

        speaker.play(Tone.OK);
        speaker.play(Tone.BLOCKED);
        speaker.close();

        assertEquals(List.of(Waves.FORMAT), asked);
    }

    @Test
    void aLoudspeakerThatSomebodyElseHoldsIsNoTrouble() {
        Speaker speaker = new LoudSpeaker(_ -> {
            throw new LineUnavailableException("busy");
        });

        speaker.play(Tone.UNKNOWN);

        speaker.close();
    }

    @Test
    void everyToneSoundsDifferent() {
        long different = Stream.of(Tone.values()).map(Waves::of).map(Arrays::hashCode).distinct().count();

        assertEquals(Tone.values().length, different);
    }

    @ParameterizedTest
    @EnumSource(Tone.class)
    void aToneIsShortAndDoesNotClick(Tone tone) {
        byte[] samples = Waves.of(tone);

        assertTrue(samples.length < BYTES_A_SECOND / 2, tone + " is short");
        assertEquals(List.of(0, 0), List.of((int) samples[0], (int) samples[1]));
        assertEquals(List.of(0, 0), List.of((int) samples[samples.length - 2], (int) samples[samples.length - 1]));
    }
}
