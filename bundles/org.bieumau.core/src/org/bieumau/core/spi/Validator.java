/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

import java.util.Set;
import java.util.function.Consumer;
import org.bieumau.core.problem.Finding;
import org.bieumau.model.Library;

/**
 * Checks what the language and the engine do not: the rules of a province or an office. It is asked once for each file,
 * on a thread of its own; what it reports counts when it returns in time. It must not change the model.
 */
public interface Validator extends Contribution {

    /**
     * The provinces whose documents and forms it is for, by the names of their packs, such as <code>quangngai</code>;
     * none for all.
     */
    default Set<String> provinces() {
        return Set.of();
    }

    /**
     * Checks a file.
     *
     * @param library what the file defines; it may be incomplete, as the user is still writing
     * @param report takes what is found; its element is of this file
     * @throws InterruptedException if it was told to stop, as it should when its thread is interrupted
     */
    void validate(Library library, Consumer<Finding> report) throws InterruptedException;
}
