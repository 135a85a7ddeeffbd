/* SPDX-License-Identifier: EPL-2.0 */
/**
 * Many files at once: those of folders, and where their copies are written. Begin with
 * {@link org.bieumau.checking.internal.batch.CheckInputs}.
 */
@NullMarked
package org.bieumau.checking.internal.batch;

import org.jspecify.annotations.NullMarked;
