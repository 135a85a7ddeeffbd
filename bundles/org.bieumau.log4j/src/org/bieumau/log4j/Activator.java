/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.log4j;

import org.apache.logging.log4j.LogManager;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Sets Log4j up where its API is started. The thread that starts the API keeps a lock until there is a provider, which
 * is never, so every other thread that needs a logger first would wait for ever (apache/logging-log4j2#2655). Bundles
 * are started by one thread: it has the lock, or takes it, and once there is a logger no thread needs it any more.
 */
public final class Activator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        LogManager.getLogger(Activator.class);
    }

    @Override
    public void stop(BundleContext context) {}
}
