import type { Talk } from './sitting.ts'

export const lucia: Talk = [
  {
    when: { week: 1, hours: 2 },
    lines: [
      ['javier', '¡Qué buen comienzo, Lucía! Me quedo con tu frase: «quiero que mi barrio tenga sombra».'],
      ['lucia', 'jaja gracias. En mi calle no hay ni un árbol'],
      ['javier', 'Pues ya tenemos proyecto.'],
    ],
  },
  {
    when: { week: 2, hours: 46 },
    lines: [
      ['lucia', '¿Qué escala uso para la maqueta? La plaza mide 60 metros'],
      ['javier', 'Con 1:200 te queda en 30 centímetros. Cabe en una mesa y se ven los bancos.'],
      ['lucia', 'Perfecto, tengo cartón de las cajas de la mudanza'],
    ],
  },
  {
    when: { week: 4, hours: 0.1 },
    lines: [
      ['javier', 'Lucía, salgo ahora de la obra. Llego unos ocho minutos tarde, perdóname.'],
      ['lucia', 'Tranquilo! Voy poniendo los árboles'],
    ],
  },
  {
    when: { week: 7, hours: -2 },
    lines: [
      ['lucia', 'Javier, hoy no puedo, tengo fiebre'],
      ['javier', 'Cuídate mucho. Lo cancelo yo y lo retomamos la semana que viene. Caldo y manta.'],
    ],
  },
  {
    when: { week: 8, hours: 20 },
    lines: [
      ['lucia', 'Ya estoy bien. Mira: cambié el toldo por una pérgola con parra'],
      ['javier', 'Me encanta, porque da sombra en verano y deja pasar el sol en invierno. ¿Lo pensaste por eso?'],
      ['lucia', 'Lo pensé por las uvas, pero ahora voy a decir que fue por eso'],
      ['javier', 'Así se hace arquitectura.'],
    ],
  },
  {
    when: { week: 10, hours: 5 },
    lines: [
      [
        'javier',
        'El estudio te recibe en visita virtual la semana que viene. Prepara dos preguntas, las que de verdad quieras hacer.',
      ],
      ['lucia', '¿Puedo preguntar cuánto se equivocan?'],
      ['javier', 'Es la mejor pregunta que se le puede hacer a un arquitecto.'],
    ],
  },
]

export const samuel: Talk = [
  {
    when: { week: 1, hours: 1 },
    lines: [
      ['catalina', 'Samuel, gracias por la charla de hoy. ¿Te sirvió lo de dividir la semana en bloques?'],
      ['samuel', 'si, hice el cuadro y lo pegué en la nevera'],
      ['catalina', 'En la nevera es el mejor lugar.'],
    ],
  },
  {
    when: { week: 3, hours: 22 },
    lines: [
      ['catalina', 'Ayer te esperé un ratico. ¿Todo bien por allá?'],
      ['samuel', 'se me olvidó, qué pena'],
      ['catalina', 'Pasa. ¿Le ponemos un recordatorio una hora antes?'],
      ['samuel', 'si porfa'],
    ],
  },
  {
    when: { week: 6, hours: 25 },
    lines: [
      ['samuel', 'profe Catalina, ayer se fue la luz en todo el barrio'],
      ['catalina', 'Me lo imaginé, lo vi en las noticias. No te preocupes: Helena puede anotar la razón.'],
    ],
  },
  {
    when: { week: 9, hours: 0.3 },
    lines: [
      ['samuel', 'no me deja entrar, dice que el micrófono está bloqueado'],
      ['catalina', 'En el candado, al lado de la dirección, hay un permiso. Ponlo en «permitir» y recarga.'],
      ['samuel', 'nada, es el computador del colegio'],
      ['catalina', 'Entonces por hoy escribimos. Cuéntame: ¿cómo salió el ensayo de biología?'],
      ['samuel', 'me saqué un 4.6 por las ranas'],
      ['catalina', '¡Un 4.6! Esas ranas merecen un monumento.'],
    ],
  },
  {
    when: { week: 10, hours: 2 },
    lines: [['samuel', 'el lunes expongo en clase. voy a empezar con una pregunta como usted me dijo']],
  },
]

export const valentina: Talk = [
  {
    when: { week: 1, hours: 4 },
    lines: [
      [
        'catalina',
        'Valentina, leí tu hoja de vida. Está muy bien; solo te falta contar lo que lograste, no solo lo que hiciste.',
      ],
      ['valentina', '¿Como poner números?'],
      ['catalina', 'Sí. «Organicé 40 muestras en tres días» dice más que «apoyé en el laboratorio».'],
    ],
  },
  {
    when: { week: 4, hours: -20 },
    lines: [
      ['valentina', 'Mañana me cambiaron el parcial para las 8. ¿Podemos dejarlo para la otra semana?'],
      ['catalina', 'Claro que sí, gracias por avisar con tiempo. ¡Mucha suerte!'],
    ],
  },
  {
    when: { week: 6, hours: 30 },
    lines: [
      ['valentina', 'Me llamaron del laboratorio!! Entrevista en diez días'],
      ['catalina', '¡Qué alegría! Hacemos un simulacro completo: yo soy la jefa antipática.'],
      ['valentina', 'jajaja no le creo lo de antipática'],
    ],
  },
  {
    when: { week: 9, hours: 3 },
    lines: [
      ['catalina', 'Hoy llegué tarde yo, con razón me lo puedes cobrar. Estuviste muy clara al hablar de tu tesis.'],
      ['valentina', 'Me temblaban las manos pero nadie las ve en la pantalla'],
      ['catalina', 'Ventajas de la pantalla.'],
    ],
  },
  {
    when: { week: 10, hours: 27 },
    lines: [
      ['valentina', 'QUEDÉ. Empiezo el primero del mes.'],
      ['catalina', 'Valentina. Estoy brincando en la oficina. Te lo ganaste tú, paso a paso.'],
      ['valentina', 'Gracias por todo, de verdad'],
    ],
  },
]
