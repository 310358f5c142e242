package io.evertill.device;

import io.evertill.device.Speaker.Tone;
import java.io.ByteArrayOutputStream;
import javax.sound.sampled.AudioFormat;

/// The tones as samples: 16 bits, one channel, low byte first. They differ in pitch, number and direction, so that neither a
/// noisy shop nor a poor ear mixes them up.
final class Waves {
    /// How the samples are meant.
    static final AudioFormat FORMAT = new AudioFormat(22_050, 16, 1, true, false);

    private static final double LOUD = 0.45 * Short.MAX_VALUE;
    private static final int FADE_MS = 6;
    private static final int MS_A_SECOND = 1_000;

    private Waves() {}

    /// The samples of a tone: one short high beep, two low ones, or a long one that falls.
    static byte[] of(Tone tone) {
        ByteArrayOutputStream samples = new ByteArrayOutputStream();
        switch (tone) {
            case OK -> beep(samples, 1_760, 1_760, 70);
            case UNKNOWN -> {
                beep(samples, 440, 440, 110);
                silence(samples, 60);
                beep(samples, 440, 440, 110);
            }
            case BLOCKED -> beep(samples, 620, 190, 340);
        }
        return samples.toByteArray();
    }

    private static void beep(ByteArrayOutputStream samples, double fromHertz, double toHertz, int lengthMs) {
        int count = count(lengthMs);
        int fade = count(FADE_MS);
        double turn = 0;
        for (int at = 0; at < count; at++) {
            double hertz = fromHertz + (toHertz - fromHertz) * at / count;
            turn += hertz / FORMAT.getSampleRate();
            // A beep that begins or ends at once clicks.
            double fading = Math.min(1.0, (double) Math.min(at, count - 1 - at) / fade);
            write(samples, (int) Math.round(LOUD * fading * Math.sin(2 * Math.PI * turn)));
        }
    }

    private static void silence(ByteArrayOutputStream samples, int lengthMs) {
        for (int at = 0; at < count(lengthMs); at++) {
            write(samples, 0);
        }
    }

    private static int count(int lengthMs) {
        return Math.round(FORMAT.getSampleRate() * lengthMs / MS_A_SECOND);
    }

    private static void write(ByteArrayOutputStream samples, int sample) {
        samples.write(sample);
        samples.write(sample >> 8);
    }
}
