/* SPDX-License-Identifier: EPL-2.0 */
/**
 * The view of the engine on functions, profiles and provinces of plug-ins. Programs seldom need it, since the registry
 * implements {@link org.bieumau.core.environment.Environment}.
 */
@NullMarked
package org.bieumau.core.environment;

import org.jspecify.annotations.NullMarked;
