/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import org.bieumau.model.Agency;

/**
 * An agency that the libraries of the user define.
 *
 * @param library name of its library, for <code>dùng</code>
 */
public record KnownAgency(String library, Agency agency) {}
