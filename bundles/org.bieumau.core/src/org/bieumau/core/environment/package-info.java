/* SPDX-License-Identifier: EPL-2.0 */
/**
 * What the engine asks about the world outside the model. Programs seldom need it: the registry implements
 * {@link org.bieumau.core.environment.Environment}.
 */
@NullMarked
package org.bieumau.core.environment;

import org.jspecify.annotations.NullMarked;
