package app.vstrivia.local.settings;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Finds the settings that one source file declares: in interfaces with {@code @ConfigMapping}, and as {@code @ConfigProperty}. */
final class SettingsScanner extends TreePathScanner<Void, Void> {
    private final DocTrees docs;
    private final String module;
    /** What the service's own application.properties say. */
    private final Map<String, String> own;

    private final List<Setting> found = new ArrayList<>();

    SettingsScanner(DocTrees docs, String module, Map<String, String> own) {
        this.docs = docs;
        this.module = module;
        this.own = own;
    }

    List<Setting> in(CompilationUnitTree file) {
        scan(file, null);
        return found;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        Optional<String> prefix = value(type.getModifiers(), "ConfigMapping", "prefix");
        if (prefix.isPresent()) {
            addMembers(getCurrentPath(), type, prefix.get());
            return null;
        }
        return super.visitClass(type, nothing);
    }

    @Override
    public Void visitVariable(VariableTree parameter, Void nothing) {
        value(parameter.getModifiers(), "ConfigProperty", "name")
                .filter(name -> name.startsWith("trivia."))
                .ifPresent(name -> add(
                        name,
                        parameter.getType().toString(),
                        value(parameter.getModifiers(), "ConfigProperty", "defaultValue"),
                        meaningOf(parameter)));
        return super.visitVariable(parameter, nothing);
    }

    private void addMembers(TreePath at, ClassTree type, String prefix) {
        Map<String, ClassTree> nested = type.getMembers().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .collect(Collectors.toMap(inner -> inner.getSimpleName().toString(), inner -> inner));
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method
                    && method.getParameters().isEmpty()
                    && !method.getModifiers().getFlags().contains(Modifier.DEFAULT)
                    && !method.getModifiers().getFlags().contains(Modifier.STATIC)) {
                addMember(at, method, prefix, nested);
            }
        }
    }

    private void addMember(TreePath at, MethodTree method, String prefix, Map<String, ClassTree> nested) {
        String name = prefix + "."
                + value(method.getModifiers(), "WithName", "value")
                        .orElseGet(() -> hyphenated(method.getName().toString()));
        String type = method.getReturnType().toString();
        String element = type.replaceAll("^Map<String, ?(.*)>$", "$1");
        ClassTree inner = nested.get(element);
        if (inner != null && inner.getKind() == Tree.Kind.INTERFACE) {
            addMembers(new TreePath(at, inner), inner, element.equals(type) ? name : name + ".NAME");
            return;
        }
        String shown = inner == null ? type : constants(inner);
        add(name, shown, value(method.getModifiers(), "WithDefault", "value"), meaning(new TreePath(at, method)));
    }

    private void add(String name, String type, Optional<String> fallback, String meaning) {
        Optional<String> value = Optional.ofNullable(own.get(name)).or(() -> fallback);
        found.add(new Setting(name, type, value, type.startsWith("Optional<"), meaning, module, List.of()));
    }

    /** What the method that takes it says of it. */
    private String meaningOf(VariableTree parameter) {
        Matcher said = Pattern.compile("@param " + parameter.getName() + " ([^@]*)")
                .matcher(meaning(methodAround(getCurrentPath())));
        return said.find() ? said.group(1).strip() : "";
    }

    private String meaning(TreePath at) {
        String text = Optional.ofNullable(docs.getDocComment(at)).orElse("");
        return text.replaceAll("\\{@(?:code|link|literal)\\s+#?([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .strip();
    }

    private static TreePath methodAround(TreePath at) {
        TreePath path = at;
        while (!(path.getLeaf() instanceof MethodTree)) {
            path = path.getParentPath();
        }
        return path;
    }

    private static String constants(ClassTree type) {
        return type.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(constant -> ((VariableTree) constant).getName().toString())
                .map(name -> hyphenated(name.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }

    private static String hyphenated(String name) {
        return name.replaceAll("([A-Z])", "-$1").replace('_', '-').toLowerCase(Locale.ROOT);
    }

    private static Optional<String> value(ModifiersTree modifiers, String annotation, String argument) {
        return modifiers.getAnnotations().stream()
                .filter(one -> one.getAnnotationType().toString().equals(annotation))
                .map(AnnotationTree::getArguments)
                .flatMap(List::stream)
                .filter(one -> name(one).equals(argument))
                .map(one -> one instanceof AssignmentTree assignment ? assignment.getExpression() : one)
                .filter(LiteralTree.class::isInstance)
                .map(literal -> String.valueOf(((LiteralTree) literal).getValue()))
                .findFirst();
    }

    private static String name(ExpressionTree argument) {
        return argument instanceof AssignmentTree assignment
                ? assignment.getVariable().toString()
                : "value";
    }
}
