package io.evertill.wire;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.evertill.ledger.Bytes;
import io.evertill.staff.Pin;
import java.nio.charset.StandardCharsets;

/// Argon2id (RFC 9106) over PINs, in the usual notation `$argon2id$v=19$m=…,t=…,p=…$salt$hash`.
///
/// One hash takes 19 MiB and two passes, the first of OWASP's choices: a tenth to a third of a second. Never on a thread that draws.
/// What is checked says itself how much it takes, up to a limit, so that a later program may take more.
public final class PinHash {
    /// Bytes of a salt.
    public static final int SALT_LENGTH = 16;

    private static final int MEMORY_KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_LENGTH = 32;
    private static final int VERSION = 0x13;
    private static final int MEMORY_MAX = 64 * 1024;
    private static final int PASSES_MAX = 8;
    private static final int LANES_MAX = 4;

    private PinHash() {}

    /// The hash of a PIN.
    ///
    /// @param salt [#SALT_LENGTH] bytes of chance
    public static String of(Pin pin, Bytes salt) {
        Argon2Function argon = Argon2Function.getInstance(MEMORY_KIBIBYTES, PASSES, LANES, HASH_LENGTH, Argon2.ID, VERSION);
        return argon.hash(pin.digits().getBytes(StandardCharsets.US_ASCII), salt.content()).getResult();
    }

    /// Whether a PIN has a hash.
    ///
    /// @throws IllegalArgumentException when the hash is none, or takes more than a till should give
    public static boolean matches(Pin pin, String hash) {
        Argon2Function argon = Argon2Function.getInstanceFromHash(hash);
        if (argon.getMemory() > MEMORY_MAX || argon.getIterations() > PASSES_MAX || argon.getParallelism() > LANES_MAX) {
            throw new IllegalArgumentException("the hash of a PIN takes more than a till should give");
        }
        return argon.check(pin.digits(), hash);
    }
}
