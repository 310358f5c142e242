package io.evertill.link;

import io.evertill.product.ProductId;
import io.evertill.sale.ReceiptNumber;
import io.evertill.wire.Inquiry;
import io.evertill.wire.SoldReceipt;
import io.evertill.wire.StockStories;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/// What a till asks the centre while somebody waits, over HTTP.
final class Questions implements Inquiry {
    private final OkHttpClient client;
    private final HttpUrl base;
    private final String token;

    /// @param client gives up within seconds
    Questions(OkHttpClient client, HttpUrl base, String token) {
        this.client = client;
        this.base = base;
        this.token = token;
    }

    @Override
    public OfReceipt receipt(ReceiptNumber number) {
        try (Response response = asked(at("v1/receipts/" + number.text()))) {
            byte[] body = HttpLink.body(response);
            return switch (response.code()) {
                case 200 -> new OfReceipt.Known(SoldReceipt.read(body));
                case 404 -> Problems.is(body, "RECEIPT")
                        ? new OfReceipt.Unknown()
                        : new OfReceipt.Failed("it is too old to be asked.");
                case 401, 403, 503 -> new OfReceipt.Failed("it says: " + Problems.read(body));
                default -> new OfReceipt.Failed("it answered " + response.code() + ".");
            };
        } catch (IOException e) {
            return new OfReceipt.Unheard(cause(e));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new OfReceipt.Failed("its answer cannot be read (" + e.getMessage() + ").");
        }
    }

    @Override
    public OfPiece piece(ProductId product, String serial) {
        try (Response response = asked(
                at("v1/pieces").addQueryParameter("product", product.toString()).addQueryParameter("serial", serial))) {
            byte[] body = HttpLink.body(response);
            return response.code() == 200
                    ? OfPiece.read(body)
                    : new OfPiece.Unheard("it answered " + response.code() + ".");
        } catch (IOException e) {
            return new OfPiece.Unheard(cause(e));
        } catch (IllegalArgumentException e) {
            return new OfPiece.Unheard("its answer cannot be read (" + e.getMessage() + ").");
        }
    }

    @Override
    public OfStock stock(ProductId product, String store) {
        try (Response response = asked(
                at("v1/shelves").addQueryParameter("product", product.toString()).addQueryParameter("store", store))) {
            byte[] body = HttpLink.body(response);
            return switch (response.code()) {
                case 200 -> new OfStock.Known(StockStories.read(body));
                case 404 -> Problems.is(body, "PRODUCT")
                        ? new OfStock.Unknown()
                        : new OfStock.Failed("it is too old to be asked.");
                case 401, 403, 503 -> new OfStock.Failed("it says: " + Problems.read(body));
                default -> new OfStock.Failed("it answered " + response.code() + ".");
            };
        } catch (IOException e) {
            return new OfStock.Unheard(cause(e));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new OfStock.Failed("its answer cannot be read (" + e.getMessage() + ").");
        }
    }

    private HttpUrl.Builder at(String path) {
        return base.newBuilder().addPathSegments(path);
    }

    private Response asked(HttpUrl.Builder url) throws IOException {
        return client.newCall(new Request.Builder().url(url.build()).header("Authorization", "Bearer " + token).get().build()).execute();
    }

    private String cause(IOException e) {
        return Causes.of(e, base.host());
    }
}
