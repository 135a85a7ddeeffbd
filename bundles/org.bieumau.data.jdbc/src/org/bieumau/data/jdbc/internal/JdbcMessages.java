/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.jdbc.internal;

import org.bieumau.core.form.DataException;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.text.Messages;

/** User-visible texts about databases. */
final class JdbcMessages {

    static final Messages ALL = new Messages(JdbcMessages.class);

    private JdbcMessages() {}

    /**
     * Returns an exception for a problem that ends reading.
     *
     * @param place the connection or file with the problem
     */
    static DataException failure(String place, String code, Object... arguments) {
        return new DataException(Problem.error(ALL, code, Place.of(place), arguments));
    }
}
