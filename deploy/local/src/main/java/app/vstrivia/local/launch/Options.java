package app.vstrivia.local.launch;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What the user asked for.
 *
 * @param questions files to import before the demonstration
 * @param files files to import
 * @param findings how many findings of an import to print
 */
record Options(
        Command command,
        Path data,
        Map<Port, Integer> ports,
        boolean demo,
        List<Path> questions,
        OptionalLong seed,
        List<Path> files,
        String format,
        String category,
        int findings) {
    enum Command {
        UP,
        DOWN,
        IMPORT,
        HELP
    }

    Options {
        ports = new EnumMap<>(ports);
        questions = List.copyOf(questions);
        files = List.copyOf(files);
    }

    int port(Port port) {
        return ports.get(port);
    }
}
