package io.millrace.deploy.yaml;

import io.millrace.deploy.console.OperatorException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** A file with one document in YAML, without aliases of collections and of bounded size. */
public final class YamlFile {

    private static final int MAX_CHARACTERS = 1 << 20;

    private YamlFile() {}

    /**
     * The document, whose nodes know their lines.
     *
     * @throws OperatorException if the file cannot be read, is empty or is no YAML
     */
    public static Node root(Path file) {
        var options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setMaxAliasesForCollections(0);
        try (Reader reader = Files.newBufferedReader(file)) {
            Node root = new Yaml(options).compose(reader);
            if (root == null) {
                throw new OperatorException("%s is empty.".formatted(file));
            }
            return root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new OperatorException("%s, line %d: not YAML.".formatted(file, line), e);
        } catch (YAMLException e) {
            throw new OperatorException("%s is not plain YAML: %s.".formatted(file, e.getMessage()), e);
        } catch (IOException e) {
            throw new OperatorException("Cannot read %s: %s.".formatted(file, e.getMessage()), e);
        }
    }
}
