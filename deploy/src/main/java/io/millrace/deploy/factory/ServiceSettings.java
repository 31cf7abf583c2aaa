package io.millrace.deploy.factory;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.yaml.snakeyaml.nodes.MappingNode;

/** A YAML file with settings of the services, which each of them reads when it starts. */
public record ServiceSettings(Path file) {

    /**
     * Keeps a copy with a factory's state.
     *
     * @throws OperatorException if the file is not a mapping in YAML, or cannot be copied
     */
    public void copyTo(Layout layout) {
        if (!(YamlFile.root(file) instanceof MappingNode)) {
            throw new OperatorException("%s holds no settings: it is not a mapping in YAML.".formatted(file));
        }
        try {
            Files.createDirectories(layout.state());
            Files.copy(file, layout.settings(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new OperatorException("Cannot copy %s to %s.".formatted(file, layout.settings()), e);
        }
    }
}
