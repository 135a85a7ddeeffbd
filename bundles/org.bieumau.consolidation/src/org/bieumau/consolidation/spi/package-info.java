/* SPDX-License-Identifier: EPL-2.0 */
/**
 * Contract for plug-ins that run consolidations in another way, such as on several machines. Begin with
 * {@link org.bieumau.consolidation.spi.ConsolidationEngine}.
 */
@NullMarked
package org.bieumau.consolidation.spi;

import org.jspecify.annotations.NullMarked;
