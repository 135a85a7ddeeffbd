/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists what is installed. */
@Command(name = "list", mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

    /** What can be listed. */
    enum Kind {
        EXPORTERS, PROFILES
    }

    @Parameters(paramLabel = "KIND", descriptionKey = "KIND")
    private Kind kind;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        var registry = common.registry();
        switch (kind) {
            case EXPORTERS -> registry.exporters().forEach(e -> print(e.id(), e.title(), e));
            case PROFILES -> registry.profiles().forEach(p -> print(p.id(), p.profile().title(), p));
        }
        return Main.DONE;
    }

    private void print(String id, String title, Object contribution) {
        common.out().printf("%-10s %-32s %s%n", id, title, contribution.getClass().getPackageName());
    }
}
