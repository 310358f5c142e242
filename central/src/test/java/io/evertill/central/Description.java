package io.evertill.central;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evertill.central.route.health.DescriptionRoute;
import io.evertill.ledger.Bytes;
import io.evertill.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;

/// `openapi.yaml` as the tests read it.
public final class Description {
    /// The file that is shipped.
    public static final Description SHIPPED = new Description(new String(DescriptionRoute.read(), StandardCharsets.UTF_8));

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch", "head", "options");

    private final JsonNode root;

    private Description(String yaml) {
        Object read = new Yaml().load(yaml);
        this.root = new ObjectMapper().valueToTree(read);
    }

    /// The whole of it.
    public JsonNode root() {
        return root;
    }

    /// Every operation, such as `GET /health`.
    public Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        root.path("paths").properties().forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
            if (METHODS.contains(method)) {
                operations.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
            }
        }));
        return operations;
    }

    /// What a reference leads to.
    public JsonNode at(String reference) {
        JsonNode found = root.at(reference.substring(1));
        if (!reference.startsWith("#/") || found.isMissingNode()) {
            throw new IllegalStateException("the description has nothing at " + reference);
        }
        return found;
    }

    /// A node, or what it refers to.
    public JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? at(node.path("$ref").textValue()) : node;
    }

    /// A schema of the components.
    public Schema schema(String name) {
        return new Schema(this, at("#/components/schemas/" + name));
    }

    /// What of an answer is not as described.
    public List<String> wrong(String method, String path, Answer answer) {
        Optional<JsonNode> operation = find(method, path);
        if (operation.isEmpty()) {
            Set<String> codes = Set.of("404 NOT_FOUND", "405 METHOD");
            return codes.contains(answer.status() + " " + answer.code())
                    ? schema("Problem").wrong("$", answer.json())
                    : List.of(answer.status() + " for what is not described");
        }
        JsonNode response = resolved(operation.get().path("responses").path(Integer.toString(answer.status())));
        if (response.isMissingNode()) {
            return List.of("status " + answer.status() + " is not described");
        }
        List<String> wrong = new ArrayList<>(headers(response, answer));
        JsonNode media = response.path("content").path(answer.type());
        if (media.isMissingNode()) {
            wrong.add("the content type " + answer.type() + " is not described");
        } else if (media.has("schema")) {
            wrong.addAll(body(new Schema(this, media.path("schema")), answer));
        }
        if (response.has("x-codes") && !response.path("x-codes").toString().contains('"' + answer.code() + '"')) {
            wrong.add("code " + answer.code() + " is not among " + response.path("x-codes"));
        }
        return wrong;
    }

    private static List<String> body(Schema schema, Answer answer) {
        return switch (answer.type()) {
            case "application/json" -> schema.wrong("$", answer.json());
            case "application/x-ndjson" -> answer.text().lines()
                    .flatMap(line -> schema.wrong("$", Json.parse(Bytes.of(line).content())).stream())
                    .toList();
            default -> List.of();
        };
    }

    private List<String> headers(JsonNode response, Answer answer) {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
            Optional<String> value = answer.headers().firstValue(header.getKey());
            Schema schema = new Schema(this, resolved(header.getValue()).path("schema"));
            value.ifPresentOrElse(
                    text -> wrong.addAll(schema.wrong(header.getKey(), Json.object().textNode(text))),
                    () -> wrong.add("there is no header " + header.getKey()));
        }
        return wrong;
    }

    private Optional<JsonNode> find(String method, String path) {
        String plain = path.replaceAll("\\?.*", "");
        return root.path("paths").properties().stream()
                .filter(each -> plain.matches(each.getKey().replaceAll("\\{[^}]*}", "[^/]+")))
                .map(each -> each.getValue().path(method.toLowerCase(java.util.Locale.ROOT)))
                .filter(operation -> !operation.isMissingNode())
                .findFirst();
    }
}
