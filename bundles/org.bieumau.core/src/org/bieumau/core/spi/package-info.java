/* SPDX-License-Identifier: EPL-2.0 */
/**
 * The contracts of plug-ins, all of them {@link org.bieumau.core.spi.Contribution}s. Begin with
 * {@link org.bieumau.core.spi.Exporter} for a file format, or {@link org.bieumau.core.spi.Validator} for a check.
 */
@NullMarked
package org.bieumau.core.spi;

import org.jspecify.annotations.NullMarked;
