/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.log4j;

import org.apache.logging.log4j.LogManager;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Initialises Log4j while bundles are started. The thread that starts the Log4j API holds a lock until a provider is
 * found. In OSGi none is ever found, so any other thread that requests the first logger would wait forever
 * (apache/logging-log4j2#2655). One thread starts all bundles: it holds the lock already or can acquire it. Once a
 * logger exists, no thread needs the lock any more.
 */
public final class Activator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        LogManager.getLogger(Activator.class);
    }

    @Override
    public void stop(BundleContext context) {}
}
