/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.syntax;

import java.util.List;

/**
 * A place at which a text violates the grammar.
 *
 * @param code the problem code
 * @param start offset of the problem
 * @param end end of the problem
 * @param arguments the arguments of the message, which quick fixes use
 */
public record Slip(String code, int start, int end, List<String> arguments) {

    static Slip of(String code, int start, int end, String... arguments) {
        return new Slip(code, start, end, List.of(arguments));
    }
}
