//! Words that are easily said and heard, in each language: nine bits each.

/// How many bits one word stands for.
pub(super) const BITS: u32 = 9;

/// 512 everyday words in the order of the alphabet, separated by spaces. No two differ by one
/// letter only, and the first four letters are enough to know a word; none is a name for a drug or
/// what belongs to one. Never change one: phrases and fingerprints are spelt with them.
pub const ENGLISH_WORDS: &str = "\
abacus acorn actor adult album alley almond alpaca alpine amber anchor angle animal apple apron \
arch arctic arena arrow artist aspen atlas attic autumn avenue award bacon badge bagel baker \
ballet bamboo banana banjo banner barley barn barrel basil basket bazaar beach bean beetle bell \
beret berry birch bison blue boat bobcat bonnet book boots border bottle bowl branch brass \
bread breeze brick bridge bronze broom brown brush bubble bucket bugle burrow button cabin \
cable cactus cake calico camel canary candle canoe canvas canyon carpet carrot cashew castle \
cedar celery cello cement center chair chalk chapel cherry chess cinema circle citrus city clay \
cliff clock cloud clover coast cobalt coffee colony comet cookie copper coral corner cougar \
cousin coyote cradle crane crater crayon cup daisy dance dawn decade deer delta denim desert \
desk diary doctor dolphin donkey door dough dragon drawer dream drum duck eagle earth easel \
echo eight elbow elephant elm emu engine fabric falcon family farmer fence fern fiddle field \
fig finger fire flame flower flute forest fossil fox frost fruit fudge galaxy garden garlic \
gate gentle geyser giant giraffe glass globe gold goose grain gravel green grocer grove guitar \
gull hamlet hammer harbor harp hat hazel heart hedge helmet herald heron hill hockey honey \
hotel humble hummus igloo indigo insect iris island ivory jacket jaguar jar jelly jewel jigsaw \
juice jungle kayak kernel kettle kite kiwi knight koala ladder ladybug lagoon lamp laptop lark \
lava lavender leaf lemon lentil letter lilac lily linen lion lizard llama locket lotus lumber \
lunar lunch lyric macaw magnet magpie mango mantle maple marble market marsh meadow melody \
metal meteor milk mirror mitten mole moon mosaic mother motor muffin mulberry museum music \
mustard napkin narwhal navy nectar nephew nest nickel noodle north nugget nutmeg oak oasis \
oatmeal obelisk ocean octopus olive onion opal orange orbit orchard origami ostrich otter oven \
oxygen oyster paddle painter palace palm pancake panda papaya paper parade parsley pasta path \
peacock peanut pearl pebble pelican pencil penguin pepper piano picnic pigeon pillow pilot pine \
planet plaza plum poem pony popcorn poplar porch potato pottery prairie pretzel prism pumpkin \
puppet purple puzzle pyramid python quail quarter queen quilt quince quiver rabbit raccoon \
radar radio raft rainbow raisin rampart ranger raven reef rhubarb ribbon river robin roof \
rooster rope ruby rudder saffron sail salad salmon salt sand sardine satin saturn sausage scarf \
school scooter seahorse season seed sequoia sesame seven sheep shell sherbet shield ship shirt \
shovel signal silver sister sketch skillet sky slipper soap sofa south spade sparrow spinach \
spiral spring spruce squash stable star station stone stork straw stream strudel studio sugar \
summer sun sundial sunset swan sweater swing tablet tapestry teacher teapot temple tennis tent \
terrace theater thimble thistle thunder ticket tiger timber tomato topaz toucan tower toy \
tractor trail tree trolley trout truck truffle trumpet tulip tundra tunnel turnip turtle twig \
uncle unicorn vacuum vanilla vase velvet vessel village violet volcano voyage waffle wagon \
walkway walnut walrus water wave wedding whale wheat wheel whisper window winter wolf wombat \
wonder wood wren yellow yogurt zebra zenith zero zigzag zinc";

/// The same in Spanish, of words without accents. Only fingerprints are spelt with them, so a number
/// has another word here; phrases are typed, and stay the same in every language.
pub const SPANISH_WORDS: &str = "\
abanico abeja abeto abrigo abuela acacia aceite acuario adorno agenda aguacate aguja ajedrez \
alambre albahaca alberca aldea alfiler alfombra almohada alondra alpaca altura amarillo amatista \
ancla anillo antena antifaz apio arbusto arcilla arco arena armario aroma arroyo artesano \
artista ascensor asiento atlas avellana avestruz azucena azul babero baile balanza balde ballena \
balsa banco bandeja barrio bazar bellota berro bicicleta bigote biombo bisonte bloque blusa \
bocina boleto bombilla bongo borde bosque brazo bronce brote bufanda burbuja cabina cabra cacao \
cactus cadena caja calabaza caldo calendario calle camello camino campana canasta canela canguro \
canica canoa capilla capullo caracol carreta cartel cascada castillo catedral cebolla cedro cena \
centro cepillo cereza cesta chaleco chaqueta charco chimenea ciervo cima cinta circo ciruela \
clavel cobalto cobija cobre colina collar colmena columna cometa comida coral corbata cordero \
corona correo cortina cosecha crema cuaderno cuarzo cubo cuello cuerda cueva dado dalia danza \
dedal delantal delta dentista desierto dibujo diente disco doctor domingo dorado ducha dulce \
duna durazno edificio elefante elote encaje enero ensalada entrada equipo erizo escalera escoba \
escuela esfera espejo espiga esponja esquina establo estrella estufa etapa fachada familia farol \
feria fibra fiesta figura flamenco flan flauta flor foca fogata folleto frambuesa fresa fruta \
fuego fuente gabinete gacela galaxia gallo ganso garaje garbanzo garza gato gaveta gelatina \
geranio gigante girasol globo golfo golondrina gorra grada grano grillo grosella grulla grupo \
guante guayaba guitarra hamaca harina hebilla helado helecho herradura hielo higo historia hogar \
hoja hormiga horno hotel idioma iguana imprenta insecto invierno isla jade jaguar jarra jefe \
jengibre jinete jirafa jornada joya jueves jugo juguete julio jungla kiwi koala labio ladrillo \
lagarto lago lana lancha laurel lechuga lector lengua lenteja libro lienzo lince linterna lirio \
litera llama llanura llave lluvia lombriz lucero lunes lupa maceta madera maestro magia malla \
mamut mandarina mango manta manzana mapa maraca marfil margarita martes mayo mazorca medalla \
medusa mejilla melena mercado mesa metal metro mezcla miel mirador mirlo mochila molino moneda \
mosaico mostaza motor muelle mundo muro musgo nadador naipe naranja narciso nariz nata nave nido \
niebla noche nogal nombre novela nube nuez nutria oasis obra octubre olivo olmo onda orca oreja \
orilla orquesta oruga ostra ovillo paisaje palabra paleta palma panal panda paquete paraguas \
parque pasillo pastel patio pavo peine pelicano pelota pepino perchero perla pesca piano pierna \
pimiento pincel pintura pirata piscina pizarra placa planeta pluma poema polea pollo pomelo \
poncho postre potro pozo pueblo pulpo pupitre quetzal racimo radio rama refugio regalo regla \
reina reloj remo revista ritmo roble rodilla rojo romero ropa rostro rueda rumbo sabor saco sala \
salto sandia sardina seda selva semana semilla serie serpiente siglo silbato silla sirena sombra \
sonido tabla taburete tambor tarde tarjeta taza teatro techo tecla tejado tenedor tenis termo \
tesoro tetera tiempo tienda tierra tigre tijera timbre toalla tobillo tomate topacio torneo \
torre tortuga tostada traje triciclo trigo trineo trompeta tronco trucha trueno turno turquesa \
ukelele universo vaca vainilla vajilla valija vaso vecino vela velero venado ventana verano \
verde vereda vestido viaje vidrio viento viernes vinilo violeta visita vitral vocal vuelo yate \
yegua yema yoga yogur yuca yunque zafiro zanahoria zapato zona zorro";

/// The word of a number in a list of these; only its lowest nine bits count.
pub(super) fn word(number: u16, list: &'static str) -> &'static str {
    let place = usize::from(number & ((1 << BITS) - 1));
    list.split(' ').nth(place).unwrap_or_default()
}

/// The number of an English word, or of what begins with its first four letters.
pub(super) fn number(word: &str) -> Option<u16> {
    let place = ENGLISH_WORDS
        .split(' ')
        .position(|known| known == word || word.len() >= 4 && known.get(..4) == word.get(..4));
    u16::try_from(place?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one_apart(a: &str, b: &str) -> bool {
        let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
        if short.len() == long.len() {
            return short
                .bytes()
                .zip(long.bytes())
                .filter(|(a, b)| a != b)
                .count()
                < 2;
        }
        let without = |at: usize| format!("{}{}", &long[..at], &long[at + 1..]);
        (0..long.len()).any(|at| without(at) == short)
    }

    #[test]
    fn there_are_512_and_none_is_easily_taken_for_another() {
        for list in [ENGLISH_WORDS, SPANISH_WORDS] {
            let words: Vec<&str> = list.split(' ').collect();
            assert_eq!(words.len(), 1 << BITS);
            assert!(words.windows(2).all(|pair| pair[0] < pair[1]));
            for (at, one) in words.iter().enumerate() {
                assert!(one.bytes().all(|b| b.is_ascii_lowercase()), "{one}");
                for other in &words[at + 1..] {
                    assert!(!one_apart(one, other), "{one} {other}");
                    assert!(
                        one.get(..4) != other.get(..4) || one.len() < 4,
                        "{one} {other}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_word_is_known_by_its_number_and_by_its_beginning() {
        for place in [0, 1, 300, 511] {
            assert_eq!(number(word(place, ENGLISH_WORDS)), Some(place));
        }
        assert_eq!(number("zzz"), None);
        assert_eq!(number(""), None);
    }
}
