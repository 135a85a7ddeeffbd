/* SPDX-License-Identifier: EPL-2.0 */
/**
 * The layout of a regime as data: looks of components, rules and limits, with their sources and validity. Begin with
 * {@link org.bieumau.core.profile.LayoutProfile}.
 */
@NullMarked
package org.bieumau.core.profile;

import org.jspecify.annotations.NullMarked;
