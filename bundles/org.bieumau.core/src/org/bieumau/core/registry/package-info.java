/* SPDX-License-Identifier: EPL-2.0 */
/** The plug-ins in use. Begin with {@link org.bieumau.core.registry.Registry#installed}. */
@NullMarked
package org.bieumau.core.registry;

import org.jspecify.annotations.NullMarked;
