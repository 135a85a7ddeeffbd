/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.testing;

import java.util.Random;
import java.util.SplittableRandom;

/** The random numbers of the cases of a fuzz test. */
public final class Seeds {

    /** Factor that keeps the cases of different runs apart; a prime. */
    private static final long RUN = 1_000_003;

    private Seeds() {}

    /**
     * Returns random numbers that depend only on the seed of a run and the number of a case. The first numbers of a
     * {@link Random} are nearly equal if its seeds are close to each other, so that all cases would begin with the same
     * choice; the bits of the seed are mixed first.
     */
    public static Random random(long seed, long number) {
        return new Random(new SplittableRandom(seed * RUN + number).nextLong());
    }
}
