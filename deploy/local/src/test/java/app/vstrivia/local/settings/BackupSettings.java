package app.vstrivia.local.settings;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The settings of backups, which are the constants of an enumeration: what each is for, and its default if it has one. */
final class BackupSettings extends TreeScanner<Void, Void> {
    static final String SOURCE = "deploy/backup/src/main/java/app/vstrivia/backup/Setting.java";

    private final List<String> rows = new ArrayList<>();

    /** Markdown, a line each. */
    static List<String> rows(Path root) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjects(root.resolve(SOURCE)));
            BackupSettings settings = new BackupSettings();
            settings.scan(task.parse(), null);
            return settings.rows;
        }
    }

    @Override
    public Void visitVariable(VariableTree constant, Void nothing) {
        if (constant.getInitializer() instanceof NewClassTree made
                && made.getIdentifier().toString().equals("Setting")) {
            List<? extends ExpressionTree> said = made.getArguments();
            rows.add("| `TRIVIA_BACKUP_%s` | %s | %s |"
                    .formatted(
                            constant.getName(),
                            said.size() > 1 ? "`" + text(said.get(1)) + "`" : "none",
                            text(said.get(0)).replace("|", "\\|")));
        }
        return null;
    }

    private static String text(ExpressionTree expression) {
        if (expression instanceof BinaryTree sum) {
            return text(sum.getLeftOperand()) + text(sum.getRightOperand());
        }
        return String.valueOf(((LiteralTree) expression).getValue());
    }
}
