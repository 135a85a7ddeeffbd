/* SPDX-License-Identifier: EPL-2.0 */
/**
 * The contracts of plug-ins; each extends {@link org.bieumau.core.spi.Contribution}. Start with
 * {@link org.bieumau.core.spi.Exporter} for a file format, or {@link org.bieumau.core.spi.Validator} for a check. A
 * plug-in registers each class in <code>META-INF/services</code> and, for Eclipse, in <code>plugin.xml</code>.
 */
@NullMarked
package org.bieumau.core.spi;

import org.jspecify.annotations.NullMarked;
