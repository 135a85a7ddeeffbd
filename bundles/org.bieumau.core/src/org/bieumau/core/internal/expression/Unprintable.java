/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.expression;

/** A value of which expressions can use the members, but which cannot be printed itself. */
public interface Unprintable {}
