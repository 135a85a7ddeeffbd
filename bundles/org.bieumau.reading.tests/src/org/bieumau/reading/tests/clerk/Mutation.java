/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.util.List;
import java.util.Random;

/** A change that offices make to forms that they fill in. What the form says stays the same. */
interface Mutation {

    String name();

    /**
     * Changes a paper.
     *
     * @return false if the paper has nothing that can be changed in this way, and is as it was
     */
    boolean change(Paper paper, Random random);

    /** Returns one element of a list, which must not be empty. */
    static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
