/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.internal;

import org.bieumau.core.form.DataException;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.text.Messages;

/** User-visible texts about CSV and JSON files. */
final class DataMessages {

    static final Messages ALL = new Messages(DataMessages.class);

    private DataMessages() {}

    /** Returns an exception for a problem that ends reading. */
    static DataException failure(Place place, String code, Object... arguments) {
        return new DataException(Problem.error(ALL, code, place, arguments));
    }
}
