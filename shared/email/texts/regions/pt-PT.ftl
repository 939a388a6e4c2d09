# O que em Portugal se diz de outra forma do que em pt-BR.ftl: a livre resolução do Decreto-Lei 24/2014, com os prazos da União Europeia.

trouble-withdrawal = Cliente resolveu o contrato
trouble-withdrawal-todo = O cliente exerceu o direito de livre resolução na página do pedido e recebeu um e-mail que o comprova. Retenha o pacote se ainda não saiu, indique ao cliente para onde enviar os artigos e faça o reembolso no prazo de 14 dias.
withdrawal-subject = Pedido { $number }: livre resolução recebida
withdrawal-headline = Recebemos a sua declaração de livre resolução
withdrawal-lead = Comunicou-nos que exerce o direito de livre resolução do contrato do pedido { $number }. A sua declaração chegou até nós em { $time }. Guarde este e-mail como prova.
withdrawal-next = Se já recebeu os artigos, envie-os de volta no prazo de 14 dias. Recebe o seu dinheiro de volta no prazo de 14 dias após a sua declaração, mas não antes de chegarem até nós os artigos ou uma prova de que os enviou.
withdrawal-reference = Referência
withdrawal-of = Objeto da livre resolução
withdraw-open = Resolver o contrato
withdraw-title = Direito de livre resolução
withdraw-lead = Pode resolver o contrato deste pedido até { $date }, sem indicar o motivo. Recebe um e-mail que o comprova, com data e hora.
withdraw-lead-early = Pode resolver o contrato deste pedido sem indicar o motivo. Recebe um e-mail que o comprova, com data e hora.
withdraw-which = Quais artigos?
withdraw-name = O seu nome
withdraw-send = Confirmar a livre resolução
withdraw-done = Recebemos a sua declaração de livre resolução de { $time }. O e-mail que a comprova está a caminho.
withdraw-missing = Escolha pelo menos um artigo e indique o seu nome.
withdraw-over = O prazo de livre resolução terminou. Entre em contacto com a loja.
