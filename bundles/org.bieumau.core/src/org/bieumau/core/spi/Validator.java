/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

import java.util.Set;
import java.util.function.Consumer;
import org.bieumau.core.problem.Finding;
import org.bieumau.model.Library;

/**
 * Checks a file for the rules of a province or an office, in addition to the checks of the language and the engine. It
 * is called once for each file, on a thread of its own. Its findings are used only if it returns in time. It must not
 * change the model.
 */
public interface Validator extends Contribution {

    /**
     * Returns the provinces whose documents and forms it checks, by the ids of their packs, such as <code>quangngai
     * </code>; empty for all provinces.
     */
    default Set<String> provinces() {
        return Set.of();
    }

    /**
     * Checks a file.
     *
     * @param library the content of the file; it may be incomplete while the user is writing
     * @param report receives the findings; their elements must belong to this file
     * @throws InterruptedException if it was cancelled; it should stop when its thread is interrupted
     */
    void validate(Library library, Consumer<Finding> report) throws InterruptedException;
}
