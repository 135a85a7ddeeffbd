/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

import java.util.List;
import org.bieumau.core.expression.Function;

/** Contributes functions to the expressions of the language. */
public interface FunctionProvider extends Contribution {

    /** Returns the functions; called once. A function with the name of a built-in function is ignored. */
    List<Function> functions();
}
